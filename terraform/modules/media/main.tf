data "aws_caller_identity" "here" {}

# The pictures are shown to everybody by CloudFront: Amazon's own key will do, and costs nothing a request.
module "bucket" {
  source = "../bucket"
  name   = local.bucket

  statements = [{
    Sid       = "Readers"
    Effect    = "Allow"
    Principal = { Service = "cloudfront.amazonaws.com" }
    Action    = "s3:GetObject"
    Resource  = "arn:aws:s3:::${local.bucket}/*"
    Condition = { StringEquals = { "aws:SourceArn" = aws_cloudfront_distribution.media.arn } }
  }]
}

locals {
  # Names of buckets are taken by whoever comes first in all of Amazon.
  bucket = "${var.name}-media-${data.aws_caller_identity.here.account_id}"
}

# A picture that was deleted by mistake can be had back for a month.
resource "aws_s3_bucket_lifecycle_configuration" "media" {
  bucket = module.bucket.id

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

resource "aws_cloudfront_origin_access_control" "media" {
  name                              = "${var.name}-media"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

locals {
  # Amazon's own policies by the ids that they have everywhere: CachingOptimized, and SecurityHeadersPolicy.
  caching = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  headers = "67f7725c-6f97-4210-82d7-5512b31e9d03"
}

resource "aws_cloudfront_distribution" "media" {
  enabled         = true
  comment         = "The pictures of ${var.name}"
  http_version    = "http2and3"
  is_ipv6_enabled = true
  price_class     = "PriceClass_100"

  origin {
    origin_id                = "media"
    domain_name              = module.bucket.domain
    origin_access_control_id = aws_cloudfront_origin_access_control.media.id
  }

  default_cache_behavior {
    target_origin_id           = "media"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    cache_policy_id            = local.caching
    response_headers_policy_id = local.headers
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
