output "bucket" {
  description = "The bucket of the pictures."
  value       = aws_s3_bucket.media.bucket
}

output "bucket_arn" {
  description = "The bucket, for whoever may write to it."
  value       = local.arn
}

output "address" {
  description = "Where pictures are served from."
  value       = "https://${aws_cloudfront_distribution.media.domain_name}"
}
