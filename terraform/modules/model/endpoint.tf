locals {
  endpoint = "${var.name}-recommender"
  variant  = "all"

  # Nothing runs, and nothing is paid, while nobody asks.
  serverless = {
    megabytes    = 2048
    most_at_once = var.most_at_once
  }
}

# The first model has learnt nothing, and says so: the shop helps itself until the first training.
resource "aws_sagemaker_model" "first" {
  name               = "${local.endpoint}-first"
  execution_role_arn = aws_iam_role.sagemaker["serve"].arn
  depends_on         = [aws_iam_role_policy.sagemaker]

  primary_container {
    image = var.image
  }

  lifecycle {
    # Trainings bring the image with what was learnt by it.
    ignore_changes = [primary_container]
  }
}

resource "aws_sagemaker_endpoint_configuration" "first" {
  name = "${local.endpoint}-first"

  production_variants {
    variant_name = local.variant
    model_name   = aws_sagemaker_model.first.name

    serverless_config {
      memory_size_in_mb = local.serverless.megabytes
      max_concurrency   = local.serverless.most_at_once
    }
  }

  lifecycle {
    ignore_changes = [production_variants]
  }
}

resource "aws_sagemaker_endpoint" "recommender" {
  name                 = local.endpoint
  endpoint_config_name = aws_sagemaker_endpoint_configuration.first.name
  depends_on           = [aws_cloudwatch_log_group.endpoint]

  lifecycle {
    # Each training brings a configuration of its own.
    ignore_changes = [endpoint_config_name]
  }
}

resource "aws_cloudwatch_log_group" "endpoint" {
  name              = "/aws/sagemaker/Endpoints/${local.endpoint}"
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}
