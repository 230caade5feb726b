output "id" {
  description = "The bucket, once it is there, with versions."
  value       = aws_s3_bucket_versioning.closed.bucket
}

output "arn" {
  description = "The bucket, for whoever may use it."
  value       = local.arn
}

output "domain" {
  description = "Where it is, for CloudFront."
  value       = aws_s3_bucket.closed.bucket_regional_domain_name
}
