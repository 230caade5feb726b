data "aws_caller_identity" "here" {}

data "aws_region" "here" {}

locals {
  account = data.aws_caller_identity.here.account_id
  bucket  = "${var.name}-audit-${local.account}"
  trail   = "arn:aws:cloudtrail:${data.aws_region.here.region}:${local.account}:trail/${var.name}"
}

module "bucket" {
  source  = "../bucket"
  name    = local.bucket
  key_arn = var.key_arn

  statements = [
    {
      Sid       = "Whose"
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:GetBucketAcl"
      Resource  = "arn:aws:s3:::${local.bucket}"
      Condition = { StringEquals = { "aws:SourceArn" = local.trail } }
    },
    {
      Sid       = "Trail"
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::${local.bucket}/AWSLogs/${local.account}/*"
      Condition = { StringEquals = { "s3:x-amz-acl" = "bucket-owner-full-control", "aws:SourceArn" = local.trail } }
    },
  ]
}

resource "aws_s3_bucket_lifecycle_configuration" "audit" {
  bucket = module.bucket.id

  rule {
    id     = "ages"
    status = "Enabled"

    filter {}

    transition {
      days          = max(var.log_days, 30)
      storage_class = "GLACIER_IR"
    }

    expiration {
      days = max(var.log_days, 30) + 365
    }
  }
}

# Who did what in this account, in every region, with a proof that nothing was taken out; and who changed a picture.
resource "aws_cloudtrail" "account" {
  name                          = var.name
  s3_bucket_name                = module.bucket.id
  kms_key_id                    = var.key_arn
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  depends_on                    = [module.bucket]

  event_selector {
    include_management_events = true
    read_write_type           = "WriteOnly"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["${var.media_bucket_arn}/"]
    }
  }
}
