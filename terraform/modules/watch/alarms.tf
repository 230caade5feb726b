locals {
  balancer = element(split("loadbalancer/", var.balancer_arn), 1)

  # What somebody is to look at: the metric, of what, and when.
  alarms = {
    failures = {
      about = "The shop answers with its own faults"
      space = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", statistic = "Sum"
      of    = { LoadBalancer = local.balancer }, over = 10, minutes = 5
    }
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
    cache_full = {
      about = "Redis is nearly full"
      space = "AWS/ElastiCache", metric = "DatabaseMemoryUsagePercentage", statistic = "Maximum"
      of    = { ReplicationGroupId = var.cache_id }, over = 85, minutes = 15
    }
    dead_letters = {
      about = "Something that happened to an order could not be dealt with by who listens"
      space = "AWS/SQS", metric = "ApproximateNumberOfMessagesVisible", statistic = "Maximum"
      of    = { QueueName = var.dead_letters }, over = 0, minutes = 5
    }
    bounces = {
      about = "Of a hundred mails, four come back: at five, Amazon looks into it"
      space = "AWS/SES", metric = "Reputation.BounceRate", statistic = "Maximum"
      of    = {}, over = 0.04, minutes = 60
    }
  }
}

resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = var.key_arn
}

resource "aws_sns_topic_subscription" "operators" {
  for_each  = toset(var.operators)
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.value
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
  treat_missing_data  = "notBreaching"
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

resource "aws_budgets_budget" "month" {
  name         = var.name
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = tostring(var.monthly_budget)
  limit_unit   = "USD"

  cost_filter {
    name   = "TagKeyValue"
    values = ["user:Environment$${var.name}"]
  }

  dynamic "notification" {
    for_each = [50, 90, 100]

    content {
      comparison_operator        = "GREATER_THAN"
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      notification_type          = "ACTUAL"
      subscriber_email_addresses = var.operators
    }
  }
}
