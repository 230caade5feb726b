output "from" {
  description = "The sender of the shop's mail."
  value       = "shop@${var.domain}"
}

output "identity_arn" {
  description = "The domain, for whoever may send from it."
  value       = "${local.prefix}:identity/${var.domain}"
}

output "configuration_set" {
  description = "By which mail is sent."
  value       = aws_sesv2_configuration_set.shop.configuration_set_name
}

output "configuration_set_arn" {
  description = "The same, for whoever may send by it."
  value       = "${local.prefix}:configuration-set/${var.name}"
}

output "records" {
  description = "What the domain's records are to say, so that mail is proved to be from there."
  value = {
    dkim  = [for token in aws_sesv2_email_identity.shop.dkim_signing_attributes[0].tokens : "${token}._domainkey.${var.domain} CNAME ${token}.dkim.amazonses.com"]
    mx    = "bounce.${var.domain} MX 10 feedback-smtp.${data.aws_region.here.region}.amazonses.com"
    spf   = "bounce.${var.domain} TXT \"v=spf1 include:amazonses.com ~all\""
    dmarc = "_dmarc.${var.domain} TXT \"v=DMARC1; p=quarantine\""
  }
}

output "feedback_url" {
  description = "The queue of what came back."
  value       = module.feedback.url
}

output "feedback_arn" {
  description = "The same, for whoever may read it."
  value       = module.feedback.arn
}

output "dead_letters" {
  description = "The queue of what the shop could not deal with."
  value       = module.feedback.dead_letters
}
