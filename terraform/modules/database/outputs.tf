output "id" {
  description = "The database as metrics call it."
  value       = aws_db_instance.shop.identifier
}

output "url" {
  description = "Where it is, and as whom; the password stands in the secret."
  value       = "postgres://${local.user}@${aws_db_instance.shop.address}:5432/${local.database}"
}

output "secret_arn" {
  description = "The secret in which RDS keeps, and changes, the password."
  value       = aws_db_instance.shop.master_user_secret[0].secret_arn
}
