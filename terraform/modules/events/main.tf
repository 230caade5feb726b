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
module "everything" {
  source    = "../listener"
  name      = "${var.name}-events"
  key_arn   = var.key_arn
  topic_arn = aws_sns_topic.events.arn
}
