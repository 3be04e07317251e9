#compdef drey
# The functions of bash's completion; the end of the file calls them.
autoload -U +X bashcompinit && bashcompinit
type compopt >/dev/null || compopt() { :; }
