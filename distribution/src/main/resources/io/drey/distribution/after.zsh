_bash_complete -o default -F _complete_drey
