output "issuer" {
  description = "Who says who somebody is."
  value       = "https://cognito-idp.${data.aws_region.here.region}.amazonaws.com/${aws_cognito_user_pool.people.id}"
}

output "logout_url" {
  description = "Where people are signed out."
  value       = "https://${aws_cognito_user_pool_domain.people.domain}.auth.${data.aws_region.here.region}.amazoncognito.com/logout"
}

output "client_id" {
  description = "What the provider calls the shop."
  value       = aws_cognito_user_pool_client.shop.id
}

output "client_secret" {
  description = "What the shop proves itself with."
  value       = aws_cognito_user_pool_client.shop.client_secret
  sensitive   = true
}

output "user_pool_id" {
  description = "The accounts."
  value       = aws_cognito_user_pool.people.id
}

output "user_pool_arn" {
  description = "The accounts, for whoever may change them."
  value       = aws_cognito_user_pool.people.arn
}
