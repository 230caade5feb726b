variable "name" {
  description = "The function, and its role."
  type        = string
}

variable "about" {
  description = "What it does, for whoever finds it in a list."
  type        = string
}

variable "handler" {
  description = "The file of the bundle without its ending, and what of it is called."
  type        = string
}

variable "code" {
  description = "Where its first code lies, and the make of the machines that it was made for."
  type = object({
    bucket       = string
    key          = string
    architecture = string
  })
}

variable "key_arn" {
  description = "What its settings, its log and its failures are encrypted with."
  type        = string
}

variable "log_days" {
  description = "For how many days its log is kept."
  type        = number
}

variable "megabytes" {
  description = "How much memory it has; its share of the processor follows that."
  type        = number
}

variable "seconds" {
  description = "How long it may take."
  type        = number
}

variable "most_at_once" {
  description = "How many of it run at once at the most; -1 for as many as there are calls."
  type        = number
  default     = -1
}

variable "settings" {
  description = "Its environment: one setting at the least, for without any Amazon forgets the key."
  type        = map(string)

  validation {
    condition     = length(var.settings) > 0
    error_message = "A function has one setting at the least."
  }
}

variable "statements" {
  description = "What it may do beyond running."
  type        = any
}

variable "network" {
  description = "Where it runs, where it needs what only the shop's network reaches."
  type = object({
    subnet_ids = list(string)
    group_id   = string
  })
  default = null
}

variable "keeps_failures" {
  description = "Whether it is called by somebody who does not wait for the answer."
  type        = bool
  default     = false
}
