output "names" {
  description = "All of them, for whoever brings new code or watches."
  value       = [module.send_mail.name, module.store_picture.name, module.export_events.name, module.second_factor.name]
}

output "arns" {
  description = "The same, for whoever may change them."
  value       = [module.send_mail.arn, module.store_picture.arn, module.export_events.arn, module.second_factor.arn]
}

output "export_events_arn" {
  description = "What the training calls first."
  value       = module.export_events.arn
}

output "second_factor_arn" {
  description = "What accounts call whenever somebody signs in."
  value       = module.second_factor.arn
}

output "dead_letters" {
  description = "The queues of what nobody could deal with."
  value = {
    letters  = module.letters.dead_letters
    pictures = module.store_picture.dead_letters[0]
  }
}
