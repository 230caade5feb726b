data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

locals {
  account = data.aws_caller_identity.here.account_id
  here    = "${data.aws_region.here.region}:${local.account}"
  # What SageMaker calls by our names, and nothing of anybody else's.
  ours = {
    training = "arn:aws:sagemaker:${local.here}:training-job/${var.name}-*"
    model    = "arn:aws:sagemaker:${local.here}:model/${var.name}-*"
    config   = "arn:aws:sagemaker:${local.here}:endpoint-config/${var.name}-*"
    endpoint = "arn:aws:sagemaker:${local.here}:endpoint/${local.endpoint}"
  }

  # The disk of a training is Amazon's to encrypt.
  disk = {
    Sid       = "Disk"
    Effect    = "Allow"
    Action    = "kms:CreateGrant"
    Resource  = var.key_arn
    Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
  }

  image = [
    {
      Sid      = "Image"
      Effect   = "Allow"
      Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      Resource = var.repository_arn
    },
    {
      Sid      = "SignIn"
      Effect   = "Allow"
      Action   = "ecr:GetAuthorizationToken"
      Resource = "*"
    },
    {
      Sid      = "Key"
      Effect   = "Allow"
      Action   = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"]
      Resource = var.key_arn
    },
  ]

  sagemaker = {
    learn = concat(local.image, [
      local.disk,
      {
        Sid      = "Lessons"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = ["${var.training.arn}/events/*", "${var.training.arn}/items/*"]
      },
      {
        Sid      = "WhichLessons"
        Effect   = "Allow"
        Action   = ["s3:ListBucket", "s3:GetBucketLocation"]
        Resource = var.training.arn
      },
      {
        Sid      = "Models"
        Effect   = "Allow"
        Action   = ["s3:PutObject", "s3:AbortMultipartUpload"]
        Resource = "${var.training.arn}/models/*"
      },
      {
        Sid      = "Log"
        Effect   = "Allow"
        Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = "arn:aws:logs:${local.here}:log-group:/aws/sagemaker/TrainingJobs:*"
      },
      {
        Sid       = "Figures"
        Effect    = "Allow"
        Action    = "cloudwatch:PutMetricData"
        Resource  = "*"
        Condition = { StringEquals = { "cloudwatch:namespace" = "/aws/sagemaker/TrainingJobs" } }
      },
    ])
    serve = concat(local.image, [
      {
        Sid      = "Models"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${var.training.arn}/models/*"
      },
      {
        Sid      = "Log"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.endpoint.arn}:*"
      },
    ])
  }
}

resource "aws_iam_role" "sagemaker" {
  for_each    = local.sagemaker
  name_prefix = "${var.name}-${each.key}-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sagemaker.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })
}

resource "aws_iam_role_policy" "sagemaker" {
  for_each = local.sagemaker
  name     = each.key
  role     = aws_iam_role.sagemaker[each.key].id
  policy   = jsonencode({ Version = "2012-10-17", Statement = each.value })
}
