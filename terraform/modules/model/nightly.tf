# A night on which the clock could not start it.
resource "aws_sqs_queue" "dead" {
  name                      = "${var.name}-training-dead"
  kms_master_key_id         = var.key_arn
  message_retention_seconds = 14 * 24 * 3600
}

resource "aws_iam_role" "clock" {
  name_prefix = "${var.name}-clock-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
}

resource "aws_iam_role_policy" "clock" {
  name = "start"
  role = aws_iam_role.clock.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Training", Effect = "Allow", Action = "states:StartExecution", Resource = aws_sfn_state_machine.training.arn },
      { Sid = "Failures", Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.dead.arn },
      { Sid = "Key", Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = var.key_arn },
    ]
  })
}

# At night, when nobody shops much; to the minute it matters to nobody.
resource "aws_scheduler_schedule" "nightly" {
  name                = local.machine
  description         = "Trains the model of ${var.name}"
  schedule_expression = "cron(0 2 * * ? *)"
  kms_key_arn         = var.key_arn

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 60
  }

  target {
    arn      = aws_sfn_state_machine.training.arn
    role_arn = aws_iam_role.clock.arn
    input    = jsonencode({})

    dead_letter_config {
      arn = aws_sqs_queue.dead.arn
    }

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 5
    }
  }
}
