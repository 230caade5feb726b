data "aws_region" "here" {}

data "aws_caller_identity" "here" {}

locals {
  # The groups that the shop knows, and what staff in them do.
  groups = {
    admin     = "Everything, and who may what"
    catalogue = "Goods, prices and stock"
    orders    = "Orders, parcels and returns"
    support   = "Help for customers"
    analyst   = "Looking at figures"
  }
}

resource "aws_cognito_user_pool" "people" {
  name                     = var.name
  user_pool_tier           = "ESSENTIALS"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  deletion_protection      = "ACTIVE"

  # Shoppers may have a second factor. Staff must: without one, the function below leaves them no group, and so no right.
  mfa_configuration = "OPTIONAL"

  software_token_mfa_configuration {
    enabled = true
  }

  email_mfa_configuration {
    subject = "Your code"
    message = "Your code for signing in is {####}."
  }

  dynamic "lambda_config" {
    for_each = var.second_factor_arn == "" ? [] : [var.second_factor_arn]

    content {
      pre_token_generation_config {
        lambda_arn     = lambda_config.value
        lambda_version = "V1_0"
      }
    }
  }

  username_configuration {
    case_sensitive = false
  }

  # As NIST asks: long ones, and no rules that make people write them down.
  password_policy {
    minimum_length                   = 12
    require_lowercase                = false
    require_uppercase                = false
    require_numbers                  = false
    require_symbols                  = false
    temporary_password_validity_days = 7
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }

    # Amazon wants a second way where codes go by mail; the shop asks nobody for a number, so that nobody goes it.
    recovery_mechanism {
      name     = "verified_phone_number"
      priority = 2
    }
  }

  # A new address counts when somebody has answered there.
  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  email_configuration {
    email_sending_account = "DEVELOPER"
    from_email_address    = var.mail_from
    source_arn            = var.identity_arn
  }
}

resource "aws_cognito_user_pool_domain" "people" {
  domain                = "${var.name}-${data.aws_caller_identity.here.account_id}"
  user_pool_id          = aws_cognito_user_pool.people.id
  managed_login_version = 2
}

resource "aws_cognito_user_pool_client" "shop" {
  name         = "shop"
  user_pool_id = aws_cognito_user_pool.people.id

  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = ["openid", "email", "profile"]
  supported_identity_providers         = ["COGNITO"]
  callback_urls                        = ["https://${var.domain}/auth/callback"]
  logout_urls                          = ["https://${var.domain}/", "https://${var.domain}/de"]
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors        = "ENABLED"
  enable_token_revocation              = true

  # The shop has sessions of its own: what Amazon hands out is looked at once.
  access_token_validity  = 5
  id_token_validity      = 5
  refresh_token_validity = 1

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "hours"
  }
}

resource "aws_cognito_managed_login_branding" "shop" {
  user_pool_id                = aws_cognito_user_pool.people.id
  client_id                   = aws_cognito_user_pool_client.shop.id
  use_cognito_provided_values = true
}

resource "aws_cognito_user_group" "staff" {
  for_each     = local.groups
  user_pool_id = aws_cognito_user_pool.people.id
  name         = each.key
  description  = each.value
}
