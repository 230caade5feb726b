# A function as every one of ours is: a role of its own, a log that is encrypted and ends, and a place for what fails.
data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

locals {
  place = "arn:aws:lambda:${data.aws_region.here.region}:${data.aws_caller_identity.here.account_id}:function"

  runs = concat(
    [
      {
        Sid      = "Log"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.function.arn}:*"
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = var.key_arn
      },
    ],
    [for queue in aws_sqs_queue.dead : {
      Sid      = "Failures"
      Effect   = "Allow"
      Action   = "sqs:SendMessage"
      Resource = queue.arn
    }],
    [for place in var.network[*] : {
      Sid    = "Network"
      Effect = "Allow"
      Action = [
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses",
      ]
      Resource = "*"
    }],
    # Amazon makes the way into the network, by this role; what runs in the function may not.
    [for place in var.network[*] : {
      Sid    = "NetworkByCode"
      Effect = "Deny"
      Action = [
        "ec2:CreateNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:DeleteNetworkInterface",
        "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses",
      ]
      Resource  = "*"
      Condition = { ArnEquals = { "lambda:SourceFunctionArn" = "${local.place}:${var.name}" } }
    }],
  )
}

resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}

# Whoever calls and does not wait for the answer does not hear that it failed: what was asked is kept here.
resource "aws_sqs_queue" "dead" {
  count                     = var.keeps_failures ? 1 : 0
  name                      = "${var.name}-dead"
  kms_master_key_id         = var.key_arn
  message_retention_seconds = 14 * 24 * 3600
}

resource "aws_iam_role" "function" {
  name = var.name

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "runs" {
  name   = "runs"
  role   = aws_iam_role.function.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.runs })
}

resource "aws_iam_role_policy" "may" {
  name   = "may"
  role   = aws_iam_role.function.id
  policy = jsonencode({ Version = "2012-10-17", Statement = var.statements })
}

resource "aws_lambda_function" "function" {
  function_name                  = var.name
  description                    = var.about
  role                           = aws_iam_role.function.arn
  runtime                        = "nodejs24.x"
  handler                        = var.handler
  architectures                  = [var.code.architecture]
  s3_bucket                      = var.code.bucket
  s3_key                         = var.code.key
  memory_size                    = var.megabytes
  timeout                        = var.seconds
  reserved_concurrent_executions = var.most_at_once
  kms_key_arn                    = var.key_arn
  depends_on                     = [aws_iam_role_policy.runs]

  environment {
    variables = var.settings
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.function.name
  }

  dynamic "vpc_config" {
    for_each = var.network[*]

    content {
      subnet_ids         = vpc_config.value.subnet_ids
      security_group_ids = [vpc_config.value.group_id]
    }
  }

  dynamic "dead_letter_config" {
    for_each = aws_sqs_queue.dead

    content {
      target_arn = dead_letter_config.value.arn
    }
  }

  lifecycle {
    # New code comes by the pipeline.
    ignore_changes = [s3_bucket, s3_key, s3_object_version]
  }
}
