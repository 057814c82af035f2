"""What a roadmap is: mapped classes, plain rows, rules and the wording of due dates. No Qt, no files, no SQL."""
