locals {
  # Of a thousand answers, 999 are no fault of the shop's. Somebody is told when so many faults come that, at this pace, a
  # month's would be used up in two days (14.4 times as many as there may be), or in five (6 times). The shorter window
  # ends the alarm soon after the faults have ended.
  may_fail = 0.001
  paces = {
    fast = { times = 14.4, minutes = { long = 60, short = 5 } }
    slow = { times = 6, minutes = { long = 360, short = 30 } }
  }
  answers = {
    failed     = { space = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", of = { LoadBalancer = local.balancer } }
    unanswered = { space = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", of = { LoadBalancer = local.balancer } }
    requests   = { space = "AWS/ApplicationELB", metric = "RequestCount", of = { LoadBalancer = local.balancer } }
  }
  payments = {
    failed = { space = "Purveyor", metric = "PaymentsFailed", of = local.shop }
    placed = { space = "Purveyor", metric = "OrdersPlaced", of = local.shop }
  }
  faults = "(FILL(failed, 0) + FILL(unanswered, 0))"

  # A share of something: of what, how it is reckoned, and when it is too much. One of few is no share.
  ratios = merge(
    merge([for pace, burn in local.paces : { for window, minutes in burn.minutes : "faults_${pace}_${window}" => {
      about      = "Of ${minutes} minutes, more than ${burn.times} times as many answers failed as may"
      metrics    = local.answers
      expression = "IF(${local.faults} >= 5, ${local.faults} / (FILL(requests, 0) + FILL(unanswered, 0)), 0)"
      over       = burn.times * local.may_fail, minutes = minutes, tells = false
    } }]...),
    {
      payments_failed = {
        about      = "Of ten orders and more, a third could not be paid"
        metrics    = local.payments
        expression = "IF(FILL(placed, 0) >= 10, FILL(failed, 0) / FILL(placed, 0), 0)"
        over       = 1 / 3, minutes = 15, tells = true
      }
    },
  )
}

resource "aws_cloudwatch_metric_alarm" "ratio" {
  for_each = local.ratios

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.about
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.over
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = each.value.tells ? [aws_sns_topic.alarms.arn] : []
  ok_actions          = each.value.tells ? [aws_sns_topic.alarms.arn] : []

  metric_query {
    id          = "share"
    expression  = each.value.expression
    label       = each.value.about
    return_data = true
  }

  dynamic "metric_query" {
    for_each = each.value.metrics

    content {
      id = metric_query.key

      metric {
        namespace   = metric_query.value.space
        metric_name = metric_query.value.metric
        dimensions  = metric_query.value.of
        stat        = "Sum"
        period      = 60 * each.value.minutes
      }
    }
  }
}

resource "aws_cloudwatch_composite_alarm" "faults" {
  for_each = local.paces

  alarm_name        = "${var.name}-faults_${each.key}"
  alarm_description = "The shop fails ${each.value.times} times as often as it may"
  alarm_rule = join(" AND ", [
    for window in keys(each.value.minutes) : "ALARM(\"${aws_cloudwatch_metric_alarm.ratio["faults_${each.key}_${window}"].alarm_name}\")"
  ])
  alarm_actions = [aws_sns_topic.alarms.arn]
  ok_actions    = [aws_sns_topic.alarms.arn]
}
