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

# Nobody goes back further than half a year.
resource "aws_s3_bucket_lifecycle_configuration" "artifacts" {
  bucket = module.bucket.id

  rule {
    id     = "ages"
    status = "Enabled"

    filter {}

    expiration {
      days = 180
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}
