mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name             = "purveyor-test"
  key_arn          = "arn:aws:kms:eu-central-1:123456789012:key/1"
  operators        = ["operators@example.com"]
  monthly_budget   = 100
  environment      = "purveyor-test"
  balancer_arn     = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/awseb/1"
  database_id      = "purveyor-test"
  cache_nodes      = ["purveyor-test-001"]
  domain           = "shop.example.com"
  dead_letters     = { events = "purveyor-test-events-dead" }
  functions        = []
  model            = null
  training         = null
  pipeline         = null
  media_bucket_arn = "arn:aws:s3:::media"
  log_days         = 90
}

run "only_what_is_there_is_watched" {
  command = plan

  module {
    source = "./modules/watch"
  }

  assert {
    condition     = length(aws_cloudwatch_event_rule.pipeline) == 0 && !contains(keys(aws_cloudwatch_metric_alarm.each), "training_failed")
    error_message = "Something is watched that there is not."
  }

  assert {
    condition = [
      for widget in jsondecode(aws_cloudwatch_dashboard.shop.dashboard_body).widgets : widget.properties.markdown if widget.type == "text"
    ] == ["## Shoppers", "## Orders", "## Work", "## Database and Redis", "## Mail"]
    error_message = "There are other rows than these."
  }
}

run "whatever_is_there_is_watched" {
  command = plan

  module {
    source = "./modules/watch"
  }

  variables {
    functions = ["purveyor-test-send-mail"]
    model     = { name = "purveyor-test-recommender", variant = "all" }
    training  = "purveyor-test-training"
    pipeline  = "purveyor-test"
  }

  assert {
    condition = alltrue([
      for alarm in ["training_failed", "training_late", "send_mail_fails", "dead_letters_events", "work_waits", "jobs_failed", "refunds_failed"] :
      length(aws_cloudwatch_metric_alarm.each[alarm].alarm_name) > 0
    ])
    error_message = "Nobody would hear of something."
  }

  # Twenty-four columns, of which no picture takes another's.
  assert {
    condition = alltrue([
      for widget in jsondecode(aws_cloudwatch_dashboard.shop.dashboard_body).widgets : widget.x + widget.width <= 24 && widget.width >= 4
    ])
    error_message = "A picture is drawn outside, or too narrow."
  }

  assert {
    condition     = length([for widget in jsondecode(aws_cloudwatch_dashboard.shop.dashboard_body).widgets : widget if widget.type == "text"]) == 7
    error_message = "There are other rows than seven."
  }

  # A month's faults in two days, and in five.
  assert {
    condition = [
      for name, alarm in aws_cloudwatch_metric_alarm.ratio : "${name} ${format("%.4f", alarm.threshold)}" if startswith(name, "faults")
    ] == ["faults_fast_long 0.0144", "faults_fast_short 0.0144", "faults_slow_long 0.0060", "faults_slow_short 0.0060"]
    error_message = "The shop may fail more often, or less."
  }

  assert {
    condition = aws_cloudwatch_composite_alarm.faults["fast"].alarm_rule == join(" AND ", [
      "ALARM(\"purveyor-test-faults_fast_long\")", "ALARM(\"purveyor-test-faults_fast_short\")",
    ])
    error_message = "One window alone would wake somebody."
  }
}
