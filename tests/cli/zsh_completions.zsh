# What zsh offers for a line:  zsh zsh_completions.zsh SCRIPT LINE
# A real zsh on a terminal of its own loads the completion, gets the line and a tab, and prints what it
# offers.
zmodload zsh/zpty || exit 2
setup=$(mktemp)
cat > $setup <<INNER
PROMPT= RPROMPT=
stty -echo
autoload -Uz compinit
compinit -u -D
zstyle ':completion:*' list-grouped false
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "\$@"; return; fi
  typeset -a hits
  builtin compadd -A hits "\$@"
  (( \$#hits )) && print -rl -- OFFER:\$^hits
  builtin compadd "\$@"
}
finish() { print END; exit }
comppostfuncs=(finish)
bindkey '^M' undefined-key
bindkey '^J' undefined-key
bindkey '^I' complete-word
source ${(q)1}
print READY
INNER
zpty shell "TERM=dumb zsh -f -i"
zpty -w shell "source $setup"
while zpty -r shell line && [[ $line != *READY* ]]; do :; done
zpty -w -n shell "$2"$'\t'
while zpty -r shell line; do
  line=${${line%$'\n'}%$'\r'}
  [[ $line == *END* ]] && break
  [[ $line == *OFFER:* ]] && print -r -- "${line##*OFFER:}"
done
zpty -d shell 2>/dev/null
rm -f $setup
