# Whom whatever is wrong is told to.
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

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Alarms"
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.alarms.arn
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      },
      # Rules come without saying whose they are: a topic takes no condition from them.
      {
        Sid       = "Rules"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.alarms.arn
      },
    ]
  })
}

resource "aws_cloudwatch_event_rule" "pipeline" {
  count       = var.pipeline == null ? 0 : 1
  name        = "${var.name}-pipeline-failed"
  description = "A version was not deployed, or was taken back"

  event_pattern = jsonencode({
    source        = ["aws.codepipeline"]
    "detail-type" = ["CodePipeline Pipeline Execution State Change"]
    detail        = { pipeline = [var.pipeline], state = ["FAILED"] }
  })
}

resource "aws_cloudwatch_event_target" "pipeline" {
  count = var.pipeline == null ? 0 : 1
  rule  = aws_cloudwatch_event_rule.pipeline[0].name
  arn   = aws_sns_topic.alarms.arn

  input_transformer {
    input_paths    = { pipeline = "$.detail.pipeline", execution = "$.detail.execution-id" }
    input_template = "\"The pipeline <pipeline> has failed, in its execution <execution>.\""
  }
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
