locals {
  trains = [
    local.disk,
    {
      Sid      = "Export"
      Effect   = "Allow"
      Action   = "lambda:InvokeFunction"
      Resource = var.export_events_arn
    },
    {
      Sid      = "Learn"
      Effect   = "Allow"
      Action   = ["sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sagemaker:AddTags"]
      Resource = local.ours.training
    },
    {
      Sid      = "Serve"
      Effect   = "Allow"
      Action   = ["sagemaker:CreateModel", "sagemaker:CreateEndpointConfig", "sagemaker:UpdateEndpoint", "sagemaker:DescribeEndpoint"]
      Resource = [local.ours.model, local.ours.config, local.ours.endpoint]
    },
    {
      Sid       = "Roles"
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = [for role in aws_iam_role.sagemaker : role.arn]
      Condition = { StringEquals = { "iam:PassedToService" = "sagemaker.amazonaws.com" } }
    },
    {
      Sid      = "Waits"
      Effect   = "Allow"
      Action   = ["events:PutTargets", "events:PutRule", "events:DescribeRule"]
      Resource = "arn:aws:events:${local.here}:rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule"
    },
    {
      Sid      = "Key"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]
      Resource = var.key_arn
    },
    {
      Sid    = "Log"
      Effect = "Allow"
      Action = [
        "logs:CreateLogDelivery",
        "logs:GetLogDelivery",
        "logs:UpdateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
        "logs:DescribeLogGroups",
      ]
      Resource = "*"
    },
  ]
}

resource "aws_cloudwatch_log_group" "training" {
  name              = "/aws/vendedlogs/states/${local.machine}"
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}

resource "aws_iam_role" "training" {
  name_prefix = "${var.name}-training-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
}

resource "aws_iam_role_policy" "training" {
  name   = "train"
  role   = aws_iam_role.training.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.trains })
}

# What was looked at and bought becomes a model, and the model becomes the one that answers.
resource "aws_sfn_state_machine" "training" {
  name       = local.machine
  role_arn   = aws_iam_role.training.arn
  depends_on = [aws_iam_role_policy.training]

  definition = jsonencode({
    Comment        = "The model of ${var.name}, trained anew"
    StartAt        = "Name"
    TimeoutSeconds = 4 * 3600
    States         = local.states
  })

  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
    log_destination        = "${aws_cloudwatch_log_group.training.arn}:*"
  }

  encryption_configuration {
    type                              = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id                        = var.key_arn
    kms_data_key_reuse_period_seconds = 300
  }
}
