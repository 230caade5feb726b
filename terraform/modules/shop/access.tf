data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

locals {
  here = "${data.aws_region.here.region}:${data.aws_caller_identity.here.account_id}"

  statements = concat(
    [
      {
        Sid      = "Pictures"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"]
        Resource = ["${var.grants.bucket_arn}/*"]
      },
      {
        Sid      = "WhichPictures"
        Effect   = "Allow"
        Action   = ["s3:ListBucket"]
        Resource = [var.grants.bucket_arn]
      },
      {
        Sid      = "Mail"
        Effect   = "Allow"
        Action   = ["ses:SendEmail", "ses:SendRawEmail"]
        Resource = [var.grants.identity_arn, var.grants.configuration_set_arn]
      },
      {
        Sid      = "MailThatCameBack"
        Effect   = "Allow"
        Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
        Resource = [var.grants.feedback_arn]
      },
      {
        Sid      = "MailTrustedAgain"
        Effect   = "Allow"
        Action   = ["ses:DeleteSuppressedDestination"]
        Resource = ["*"]
      },
      {
        Sid       = "MachineFigures"
        Effect    = "Allow"
        Action    = ["cloudwatch:PutMetricData"]
        Resource  = ["*"]
        Condition = { StringEquals = { "cloudwatch:namespace" = "Purveyor/Machines" } }
      },
      {
        Sid      = "Events"
        Effect   = "Allow"
        Action   = ["sns:Publish"]
        Resource = [var.grants.topic_arn]
      },
      {
        Sid      = "Secrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue"]
        Resource = [var.secret_arn, var.grants.database_secret_arn]
      },
      {
        Sid      = "Key"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [var.key_arn]
      },
      {
        Sid    = "Accounts"
        Effect = "Allow"
        Action = [
          "cognito-idp:AdminUpdateUserAttributes",
          "cognito-idp:AdminDisableUser",
          "cognito-idp:AdminEnableUser",
          "cognito-idp:AdminDeleteUser",
        ]
        Resource = [var.grants.user_pool_arn]
      },
    ],
    var.grants.sagemaker_endpoint == "" ? [] : [
      {
        Sid      = "Model"
        Effect   = "Allow"
        Action   = ["sagemaker:InvokeEndpoint"]
        Resource = ["arn:aws:sagemaker:${local.here}:endpoint/${var.grants.sagemaker_endpoint}"]
      },
    ],
  )
}

resource "aws_iam_role" "machine" {
  name_prefix = "${var.name}-machine-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "machine" {
  name   = "shop"
  role   = aws_iam_role.machine.id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.statements })
}

# What every machine of Beanstalk's needs: its own bucket, logs and health.
resource "aws_iam_role_policy_attachment" "machine" {
  role       = aws_iam_role.machine.name
  policy_arn = "arn:aws:iam::aws:policy/AWSElasticBeanstalkWebTier"
}

resource "aws_iam_instance_profile" "machine" {
  name_prefix = "${var.name}-machine-"
  role        = aws_iam_role.machine.name
}

resource "aws_iam_role" "service" {
  name_prefix = "${var.name}-beanstalk-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "elasticbeanstalk.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "sts:ExternalId" = "elasticbeanstalk" } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "service" {
  for_each = toset([
    "arn:aws:iam::aws:policy/service-role/AWSElasticBeanstalkEnhancedHealth",
    "arn:aws:iam::aws:policy/AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy",
  ])

  role       = aws_iam_role.service.name
  policy_arn = each.value
}
