output "arn" {
  description = "The secret, once there is something in it."
  value       = aws_secretsmanager_secret_version.shop.arn
}

output "names" {
  description = "What is in it."
  value       = ["SESSION_SECRET", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "OIDC_CLIENT_SECRET", "REDIS_URL"]
}
