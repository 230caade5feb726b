locals {
  # Amazon's lists of what is known to be evil. Where a rule is only counted, the shop's own forms would be refused by it: a
  # picture or a price list that staff upload is larger than 8 KB.
  lists = {
    AWSManagedRulesAmazonIpReputationList = []
    AWSManagedRulesKnownBadInputsRuleSet  = []
    AWSManagedRulesSQLiRuleSet            = []
    AWSManagedRulesCommonRuleSet          = ["SizeRestrictions_BODY"]
  }
}

resource "aws_wafv2_web_acl" "shop" {
  name        = var.name
  description = "What does not reach the shop"
  scope       = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "too-often"
    priority = 0

    action {
      block {
        custom_response {
          response_code = 429
        }
      }
    }

    statement {
      rate_based_statement {
        limit              = var.most_requests
        aggregate_key_type = "IP"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "too-often"
      sampled_requests_enabled   = true
    }
  }

  dynamic "rule" {
    for_each = local.lists

    content {
      name     = rule.key
      priority = index(keys(local.lists), rule.key) + 1

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          name        = rule.key
          vendor_name = "AWS"

          dynamic "rule_action_override" {
            for_each = rule.value

            content {
              name = rule_action_override.value

              action_to_use {
                count {}
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.key
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_association" "shop" {
  resource_arn = var.balancer_arn
  web_acl_arn  = aws_wafv2_web_acl.shop.arn
}
