# What a topic says waits here until somebody has dealt with it, and what nobody can deal with is kept aside.
resource "aws_sqs_queue" "queue" {
  name                       = var.name
  kms_master_key_id          = var.key_arn
  message_retention_seconds  = 14 * 24 * 3600
  visibility_timeout_seconds = var.seconds
  receive_wait_time_seconds  = 20

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = var.tries
  })
}

resource "aws_sqs_queue" "dead" {
  name                      = "${var.name}-dead"
  kms_master_key_id         = var.key_arn
  message_retention_seconds = 14 * 24 * 3600
}

resource "aws_sqs_queue_policy" "queue" {
  queue_url = aws_sqs_queue.queue.url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Topic"
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.queue.arn
      Condition = { ArnEquals = { "aws:SourceArn" = var.topic_arn } }
    }]
  })
}

resource "aws_sns_topic_subscription" "queue" {
  topic_arn            = var.topic_arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.queue.arn
  raw_message_delivery = var.is_raw
  filter_policy_scope  = length(var.events) == 0 ? null : "MessageAttributes"
  filter_policy        = length(var.events) == 0 ? null : jsonencode({ event = var.events })
}
