locals {
  # The secret's settings are read by the code, before anything else.
  shop = merge(
    var.settings,
    { SETTINGS_SECRET_ARN = var.secret_arn },
    { for endpoint in local.endpoints : "SAGEMAKER_ENDPOINT" => endpoint },
  )

  endpoints = compact([var.sagemaker_endpoint])

  secrets = {
    Sid      = "Secrets"
    Effect   = "Allow"
    Action   = "secretsmanager:GetSecretValue"
    Resource = [var.secret_arn, var.database_secret_arn]
  }
}

# Letters of what happens to orders.
module "send_mail" {
  source    = "../function"
  name      = "${var.name}-send-mail"
  about     = "Writes to shoppers what has happened to their orders"
  handler   = "dist/lambda/send-mail.handler"
  code      = var.code
  key_arn   = var.key_arn
  log_days  = var.log_days
  megabytes = 1024
  seconds   = local.letter_seconds
  settings  = local.shop
  network   = var.network

  statements = concat([
    local.secrets,
    {
      # The letter as a whole, which is what Amazon calls raw.
      Sid      = "Mail"
      Effect   = "Allow"
      Action   = ["ses:SendEmail", "ses:SendRawEmail"]
      Resource = [var.mail.identity_arn, var.mail.configuration_set_arn]
    },
    {
      Sid      = "Queue"
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
      Resource = module.letters.arn
    },
    ], [for endpoint in local.endpoints : {
      Sid      = "Model"
      Effect   = "Allow"
      Action   = "sagemaker:InvokeEndpoint"
      Resource = "arn:aws:sagemaker:${local.here}:endpoint/${endpoint}"
  }])
}

# Photographs that somebody has put into the bucket become pictures. It needs no secret of the shop's, and is given none.
module "store_picture" {
  source         = "../function"
  name           = "${var.name}-store-picture"
  about          = "Makes pictures of what was sent"
  handler        = "dist/lambda/store-picture.handler"
  code           = var.code
  key_arn        = var.key_arn
  log_days       = var.log_days
  megabytes      = 2048
  seconds        = 120
  most_at_once   = 10
  keeps_failures = true
  settings       = { for name in ["BASE_URL", "MEDIA_BASE_URL", "MEDIA_BUCKET"] : name => var.settings[name] }

  statements = [
    {
      Sid      = "Sent"
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:DeleteObject"]
      Resource = "${var.media.arn}/sent/*"
    },
    {
      Sid      = "Pictures"
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"]
      Resource = "${var.media.arn}/*"
    },
    # Whatever it put there would call it again.
    {
      Sid      = "NothingSent"
      Effect   = "Deny"
      Action   = "s3:PutObject"
      Resource = "${var.media.arn}/sent/*"
    },
    {
      Sid      = "WhichPictures"
      Effect   = "Allow"
      Action   = "s3:ListBucket"
      Resource = var.media.arn
    },
  ]
}

# What a model learns from.
module "export_events" {
  source       = "../function"
  name         = "${var.name}-export-events"
  about        = "Writes down what shoppers looked at and bought, and which goods there are, for the training"
  handler      = "dist/lambda/export-events.handler"
  code         = var.code
  key_arn      = var.key_arn
  log_days     = var.log_days
  megabytes    = 1024
  seconds      = 900
  most_at_once = 1
  settings     = merge(local.shop, { TRAINING_BUCKET = var.training.bucket })
  network      = var.network

  statements = [
    local.secrets,
    {
      Sid      = "Training"
      Effect   = "Allow"
      Action   = ["s3:PutObject", "s3:AbortMultipartUpload"]
      Resource = ["${var.training.arn}/events/*", "${var.training.arn}/items/*"]
    },
  ]
}

# Whoever of staff has no second factor signs in as nobody of importance.
module "second_factor" {
  source     = "../function"
  name       = "${var.name}-second-factor"
  about      = "Takes the groups away from whoever has no second factor"
  handler    = "dist/lambda/second-factor.handler"
  code       = var.code
  key_arn    = var.key_arn
  log_days   = var.log_days
  megabytes  = 512
  seconds    = 5
  settings   = { LOG_LEVEL = "info" }
  statements = [{ Sid = "Account", Effect = "Allow", Action = "cognito-idp:AdminGetUser", Resource = var.user_pool_arn }]
}
