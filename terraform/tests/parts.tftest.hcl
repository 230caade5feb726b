mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  domain                = "shop.example.com"
  mail_domain           = "example.com"
  certificate_arn       = "arn:aws:acm:eu-central-1:123456789012:certificate/1"
  operators             = ["operators@example.com"]
  session_secret        = "a secret of thirty-two characters, and more"
  stripe_secret_key     = "sk_test_1"
  stripe_webhook_secret = "whsec_1"
  cache_token           = "abcdefghijklmnop1234"
  name                  = "purveyor-test"
  region                = "eu-central-1"
  monthly_budget        = 100
  database              = { instance_class = "db.t4g.small", gigabytes = 20, multi_az = false, backup_days = 7 }
  cache                 = { node_type = "cache.t4g.micro", nodes = 1 }
  fleet                 = { instance_types = ["t4g.small"], least = 1, most = 2 }
}

run "without_code_there_are_no_functions" {
  command = plan

  assert {
    condition     = length(output.functions) == 0 && output.pipeline == null
    error_message = "Nothing can run that was not built."
  }
}

run "with_code_there_are_all_of_them_and_a_model" {
  command = plan

  variables {
    bundle            = "bundles/0123abcd.zip"
    recommender_image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/purveyor-test-recommender:0123abcd"
  }

  assert {
    condition = tolist(output.functions) == tolist([
      for name in ["send-mail", "store-picture", "export-events", "second-factor"] : "purveyor-test-${name}"
    ])
    error_message = "There are other functions than these."
  }
}

run "a_pipeline_comes_before_everything_that_it_builds" {
  command = plan

  variables {
    repository = "owner/shop"
  }

  assert {
    condition     = output.pipeline == "purveyor-test" && length(output.functions) == 0
    error_message = "There is no pipeline, or more than it."
  }
}

run "what_amazon_would_refuse_is_refused_before" {
  command = plan

  variables {
    bundle                   = "bundles/0123abcd.tar"
    repository               = "shop"
    recommender_most_at_once = 201
  }

  expect_failures = [var.bundle, var.repository, var.recommender_most_at_once]
}

run "an_image_without_its_tag_is_refused" {
  command = plan

  variables {
    bundle            = "bundles/0123abcd.zip"
    recommender_image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/purveyor-test-recommender"
  }

  expect_failures = [var.recommender_image]
}

run "a_model_that_has_nothing_to_learn_from_is_refused" {
  command = plan

  variables {
    recommender_image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/purveyor-test-recommender:0123abcd"
  }

  expect_failures = [var.recommender_image]
}

run "accounts_ask_the_function_only_where_there_is_one" {
  command = plan

  module {
    source = "./modules/people"
  }

  variables {
    mail_from         = "shop@example.com"
    identity_arn      = "arn:aws:ses:eu-central-1:123456789012:identity/example.com"
    second_factor_arn = ""
  }

  assert {
    condition     = length(aws_cognito_user_pool.people.lambda_config) == 0
    error_message = "Nobody could sign in by a function that is not there."
  }
}

run "accounts_ask_the_function_where_there_is_one" {
  command = plan

  module {
    source = "./modules/people"
  }

  variables {
    mail_from         = "shop@example.com"
    identity_arn      = "arn:aws:ses:eu-central-1:123456789012:identity/example.com"
    second_factor_arn = "arn:aws:lambda:eu-central-1:123456789012:function:second-factor"
  }

  assert {
    condition     = aws_cognito_user_pool.people.lambda_config[0].pre_token_generation_config[0].lambda_arn == var.second_factor_arn
    error_message = "Staff would come in without a second factor."
  }
}

run "mail_that_came_back_is_told_whole_and_signed" {
  command = plan

  module {
    source = "./modules/mail"
  }

  variables {
    domain  = "example.com"
    key_arn = "arn:aws:kms:eu-central-1:123456789012:key/1"
  }

  assert {
    condition     = aws_sns_topic.news.signature_version == 2
    error_message = "The shop could not see that Amazon has said it."
  }
}

run "a_function_without_settings_would_forget_its_key" {
  command = plan

  module {
    source = "./modules/function"
  }

  variables {
    about      = "Nothing"
    handler    = "dist/lambda/nothing.handler"
    code       = { bucket = "artifacts", key = "bundles/0123abcd.zip", architecture = "arm64" }
    key_arn    = "arn:aws:kms:eu-central-1:123456789012:key/1"
    log_days   = 90
    megabytes  = 128
    seconds    = 1
    settings   = {}
    statements = []
  }

  expect_failures = [var.settings]
}
