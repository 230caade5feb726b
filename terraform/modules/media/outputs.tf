output "bucket" {
  description = "The bucket of the pictures."
  value       = module.bucket.id
}

output "bucket_arn" {
  description = "The bucket, for whoever may write to it."
  value       = module.bucket.arn
}

output "address" {
  description = "Where pictures are served from."
  value       = "https://${aws_cloudfront_distribution.media.domain_name}"
}
