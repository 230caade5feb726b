data "aws_caller_identity" "here" {}

locals {
  bucket = "${var.name}-training-${data.aws_caller_identity.here.account_id}"
}

# The images of the program that learns and recommends. One that is there is never another one later.
resource "aws_ecr_repository" "recommender" {
  name                 = "${var.name}-recommender"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = var.key_arn
  }
}

resource "aws_ecr_lifecycle_policy" "recommender" {
  repository = aws_ecr_repository.recommender.name

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "The last three hundred: the one in use is to be among them"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 300 }
      action       = { type = "expire" }
    }]
  })
}

# What models learn from, and what they have learnt.
module "bucket" {
  source     = "../bucket"
  name       = local.bucket
  key_arn    = var.key_arn
  statements = []
}

# What was looked at is written down anew each night. A model is read whenever somebody has not asked it for a while.
resource "aws_s3_bucket_lifecycle_configuration" "training" {
  bucket = module.bucket.id

  rule {
    id     = "events"
    status = "Enabled"

    filter {
      prefix = "events/"
    }

    expiration {
      days = 30
    }
  }

  rule {
    id     = "models"
    status = "Enabled"

    filter {
      prefix = "models/"
    }

    expiration {
      days = 180
    }
  }

  rule {
    id     = "leftovers"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 7
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}
