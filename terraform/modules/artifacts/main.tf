data "aws_caller_identity" "here" {}

locals {
  name = "${var.name}-artifacts-${data.aws_caller_identity.here.account_id}"
}

# What was built: the pipeline's own, and bundles, which functions take their code from.
module "bucket" {
  source     = "../bucket"
  name       = local.name
  key_arn    = var.key_arn
  statements = []
}

# Nobody goes back further than half a year; what functions are made from is kept for longer.
resource "aws_s3_bucket_lifecycle_configuration" "artifacts" {
  bucket = module.bucket.id

  rule {
    id     = "ages"
    status = "Enabled"

    # The pipeline's own folder, as it calls it by itself.
    filter {
      prefix = "${substr(var.name, 0, 20)}/"
    }

    expiration {
      days = 180
    }
  }

  rule {
    id     = "bundles"
    status = "Enabled"

    filter {
      prefix = "bundles/"
    }

    expiration {
      days = 730
    }
  }

  rule {
    id     = "leftovers"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}
