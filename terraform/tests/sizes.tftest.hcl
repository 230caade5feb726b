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

run "a_small_shop_stands_alone" {
  command = plan

  assert {
    condition     = output.environment == "purveyor-test"
    error_message = "The environment has another name."
  }

  assert {
    condition     = output.events_topic == "arn:aws:sns:eu-central-1:123456789012:purveyor-test-events"
    error_message = "The topic is somewhere else."
  }
}

run "one_node_has_nobody_to_take_over" {
  command = plan

  module {
    source = "./modules/cache"
  }

  variables {
    key_arn       = "arn:aws:kms:eu-central-1:123456789012:key/1"
    subnet_ids    = ["subnet-1"]
    group_id      = "sg-1"
    node_type     = "cache.t4g.micro"
    nodes         = 1
    token         = "abcdefghijklmnop1234"
    token_version = 1
  }

  assert {
    condition     = !aws_elasticache_replication_group.shop.automatic_failover_enabled
    error_message = "A single node cannot be replaced by another."
  }
}

run "two_nodes_take_over_from_each_other" {
  command = plan

  module {
    source = "./modules/cache"
  }

  variables {
    key_arn       = "arn:aws:kms:eu-central-1:123456789012:key/1"
    subnet_ids    = ["subnet-1", "subnet-2"]
    group_id      = "sg-1"
    node_type     = "cache.t4g.micro"
    nodes         = 2
    token         = "abcdefghijklmnop1234"
    token_version = 1
  }

  assert {
    condition     = aws_elasticache_replication_group.shop.automatic_failover_enabled && aws_elasticache_replication_group.shop.multi_az_enabled
    error_message = "Two nodes are for taking over."
  }
}

run "a_fleet_that_is_smaller_at_the_most_than_at_the_least_is_refused" {
  command = plan

  variables {
    fleet = { instance_types = ["t4g.small"], least = 3, most = 2 }
  }

  expect_failures = [var.fleet]
}

run "a_name_that_amazon_would_refuse_is_refused_before" {
  command = plan

  variables {
    name = "Purveyor!"
  }

  expect_failures = [var.name]
}
