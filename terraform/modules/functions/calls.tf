data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

locals {
  here           = "${data.aws_region.here.region}:${data.aws_caller_identity.here.account_id}"
  letter_seconds = 60
  told = [
    "order.placed", "order.paid", "order.expired", "order.cancelled", "order.delivered", "shipment.dispatched",
    "return.requested", "return.approved", "return.declined", "return.received",
  ]
}

# A letter that is not yet written is not handed out again: Amazon asks for six times as long as a call may take.
module "letters" {
  source    = "../listener"
  name      = "${var.name}-letters"
  key_arn   = var.key_arn
  topic_arn = var.topic_arn
  seconds   = 6 * local.letter_seconds
  tries     = 5
  events    = local.told
}

# Each has its connections to the database: five at once are enough, and no crowd.
resource "aws_lambda_event_source_mapping" "letters" {
  event_source_arn        = module.letters.arn
  function_name           = module.send_mail.name
  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]
  depends_on              = [module.send_mail]

  scaling_config {
    maximum_concurrency = 5
  }
}

resource "aws_lambda_permission" "store_picture" {
  statement_id   = "Bucket"
  action         = "lambda:InvokeFunction"
  function_name  = module.store_picture.name
  principal      = "s3.amazonaws.com"
  source_arn     = var.media.arn
  source_account = data.aws_caller_identity.here.account_id
}

resource "aws_s3_bucket_notification" "sent" {
  bucket     = var.media.bucket
  depends_on = [aws_lambda_permission.store_picture]

  lambda_function {
    id                  = "sent"
    lambda_function_arn = module.store_picture.arn
    events              = ["s3:ObjectCreated:*"]
    filter_prefix       = "sent/"
  }
}

resource "aws_lambda_permission" "second_factor" {
  statement_id  = "Accounts"
  action        = "lambda:InvokeFunction"
  function_name = module.second_factor.name
  principal     = "cognito-idp.amazonaws.com"
  source_arn    = var.user_pool_arn
}
