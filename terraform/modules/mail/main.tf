data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

locals {
  prefix = "arn:aws:ses:${data.aws_region.here.region}:${data.aws_caller_identity.here.account_id}"
}

resource "aws_sesv2_configuration_set" "shop" {
  configuration_set_name = var.name

  delivery_options {
    tls_policy = "REQUIRE"
  }

  reputation_options {
    reputation_metrics_enabled = true
  }

  # Whoever cannot be reached, or has complained, is not written to again: Amazon sees to that by itself.
  suppression_options {
    suppressed_reasons = ["BOUNCE", "COMPLAINT"]
  }
}

resource "aws_sesv2_email_identity" "shop" {
  email_identity         = var.domain
  configuration_set_name = aws_sesv2_configuration_set.shop.configuration_set_name

  dkim_signing_attributes {
    next_signing_key_length = "RSA_2048_BIT"
  }
}

resource "aws_sesv2_email_identity_mail_from_attributes" "shop" {
  email_identity         = aws_sesv2_email_identity.shop.email_identity
  mail_from_domain       = "bounce.${var.domain}"
  behavior_on_mx_failure = "USE_DEFAULT_VALUE"
}

resource "aws_sns_topic" "news" {
  name              = "${var.name}-mail"
  kms_master_key_id = var.key_arn
  signature_version = 2
}

resource "aws_sns_topic_policy" "news" {
  arn = aws_sns_topic.news.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "MailService"
      Effect    = "Allow"
      Principal = { Service = "ses.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.news.arn
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.here.account_id } }
    }]
  })
}

resource "aws_sesv2_configuration_set_event_destination" "news" {
  configuration_set_name = aws_sesv2_configuration_set.shop.configuration_set_name
  event_destination_name = "news"

  event_destination {
    enabled              = true
    matching_event_types = ["BOUNCE", "COMPLAINT", "REJECT"]

    sns_destination {
      topic_arn = aws_sns_topic.news.arn
    }
  }
}
