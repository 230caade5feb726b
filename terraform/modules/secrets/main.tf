# One secret, and in it a name each: a machine reads all of them once, when it starts.
resource "aws_secretsmanager_secret" "shop" {
  name                    = "${var.name}/settings"
  description             = "Settings of ${var.name} that nobody is to see"
  kms_key_id              = var.key_arn
  recovery_window_in_days = 30
}

# Written and never read: neither a plan nor the state holds them.
resource "aws_secretsmanager_secret_version" "shop" {
  secret_id                = aws_secretsmanager_secret.shop.id
  secret_string_wo         = jsonencode(var.values)
  secret_string_wo_version = var.secrets_version
}
