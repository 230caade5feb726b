data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

locals {
  account = data.aws_caller_identity.here.account_id
  topic   = "arn:aws:sns:${data.aws_region.here.region}:${local.account}:${aws_sns_topic.events.name}"
}

# What happens to orders: whoever keeps books or a warehouse listens by a queue of their own.
resource "aws_sns_topic" "events" {
  name              = "${var.name}-events"
  kms_master_key_id = var.key_arn
  signature_version = 2
}

# Everything that was told in the last two weeks, until somebody has dealt with it.
resource "aws_sqs_queue" "events" {
  name                       = "${var.name}-events"
  kms_master_key_id          = var.key_arn
  message_retention_seconds  = 14 * 24 * 3600
  visibility_timeout_seconds = 120
  receive_wait_time_seconds  = 20

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 10
  })
}

resource "aws_sqs_queue" "dead" {
  name                      = "${var.name}-events-dead"
  kms_master_key_id         = var.key_arn
  message_retention_seconds = 14 * 24 * 3600
}

resource "aws_sqs_queue_policy" "events" {
  queue_url = aws_sqs_queue.events.url

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Topic"
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.events.arn
      Condition = { ArnEquals = { "aws:SourceArn" = local.topic } }
    }]
  })
}

resource "aws_sns_topic_subscription" "events" {
  topic_arn            = aws_sns_topic.events.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.events.arn
  raw_message_delivery = true
}
