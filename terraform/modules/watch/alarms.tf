locals {
  balancer = element(split("loadbalancer/", var.balancer_arn), 1)
  training = var.training == null ? null : "arn:aws:states:${data.aws_region.here.region}:${local.account}:stateMachine:${var.training}"

  # What the shop counts of itself.
  shop = { Shop = var.domain }

  # What somebody is to look at: the metric, of what, and when.
  everywhere = {
    unanswered = {
      about = "The balancer finds nobody who answers"
      space = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", statistic = "Sum"
      of    = { LoadBalancer = local.balancer }, over = 5, minutes = 5
    }
    slow = {
      about = "Pages take longer than a second, five of a hundred"
      space = "AWS/ApplicationELB", metric = "TargetResponseTime", statistic = "p95"
      of    = { LoadBalancer = local.balancer }, over = 1, minutes = 10
    }
    ill = {
      about = "Beanstalk calls the shop degraded, or worse"
      space = "AWS/ElasticBeanstalk", metric = "EnvironmentHealth", statistic = "Maximum"
      of    = { EnvironmentName = var.environment }, over = 15, minutes = 5
    }
    database_busy = {
      about = "The database has no processor to spare"
      space = "AWS/RDS", metric = "CPUUtilization", statistic = "Average"
      of    = { DBInstanceIdentifier = var.database_id }, over = 80, minutes = 15
    }
    # Whoever does the work tells this each minute: when nobody tells it, nobody works, or nobody hears it.
    work_waits = {
      about = "What is to be done has waited for five minutes, or nobody says how long it has"
      space = "Purveyor", metric = "QueueAge", statistic = "Maximum", silence = "breaching"
      of    = local.shop, over = 300, minutes = 5
    }
    jobs_failed = {
      about = "Something that was to be done was given up"
      space = "Purveyor", metric = "JobsFailed", statistic = "Sum"
      of    = local.shop, over = 0, minutes = 5
    }
    refunds_failed = {
      about = "Somebody did not get their money back"
      space = "Purveyor", metric = "RefundsFailed", statistic = "Sum"
      of    = local.shop, over = 0, minutes = 5
    }
    complaints = {
      about = "Of ten thousand mails, eight are complained about: at ten, Amazon looks into it"
      space = "AWS/SES", metric = "Reputation.ComplaintRate", statistic = "Maximum"
      of    = {}, over = 0.0008, minutes = 60
    }
    bounces = {
      about = "Of a hundred mails, four come back: at five, Amazon looks into it"
      space = "AWS/SES", metric = "Reputation.BounceRate", statistic = "Maximum"
      of    = {}, over = 0.04, minutes = 60
    }
  }

  of_training = { for how, metric in { failed = "ExecutionsFailed", late = "ExecutionsTimedOut" } : "training_${how}" => {
    about = "The model was not trained: the one before goes on"
    space = "AWS/States", metric = metric, statistic = "Sum"
    of    = { StateMachineArn = local.training }, over = 0, minutes = 5
  } }

  # The same of whatever there are several of, or none.
  alarms = merge(
    local.everywhere,
    { for n, node in var.cache_nodes : "cache_full_${n + 1}" => {
      about = "Redis is nearly full"
      space = "AWS/ElastiCache", metric = "DatabaseMemoryUsagePercentage", statistic = "Maximum"
      of    = { CacheClusterId = node }, over = 85, minutes = 15
    } },
    { for whose, queue in var.dead_letters : "dead_letters_${whose}" => {
      about = "Something was told that nobody could deal with"
      space = "AWS/SQS", metric = "ApproximateNumberOfMessagesVisible", statistic = "Maximum"
      of    = { QueueName = queue }, over = 0, minutes = 5
    } },
    { for name in var.functions : "${replace(trimprefix(name, "${var.name}-"), "-", "_")}_fails" => {
      about = "A function ends with an error"
      space = "AWS/Lambda", metric = "Errors", statistic = "Sum"
      of    = { FunctionName = name }, over = 0, minutes = 5
    } },
    local.training == null ? {} : local.of_training,
  )
}

resource "aws_cloudwatch_metric_alarm" "each" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.about
  namespace           = each.value.space
  metric_name         = each.value.metric
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  dimensions          = each.value.of
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.over
  period              = 60 * each.value.minutes
  evaluation_periods  = 1
  treat_missing_data  = try(each.value.silence, "notBreaching")
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_metric_alarm" "database_space" {
  alarm_name          = "${var.name}-database_space"
  alarm_description   = "The database has less than 4 GB left, though it grows by itself"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  statistic           = "Minimum"
  dimensions          = { DBInstanceIdentifier = var.database_id }
  comparison_operator = "LessThanThreshold"
  threshold           = 4 * 1024 * 1024 * 1024
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
