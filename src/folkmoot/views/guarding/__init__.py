"""What people see of the checks that guard a project: what to do first, what stands, what is not known."""
