export const id=9911;export const ids=[9911];export const modules={89911:(n,e,s)=>{s.r(e);s.d(e,{printCompletion:()=>printCompletion});var o=s(1708);var t=s(39416);var a=s(21096);var r=s(19511);var c=s(63534);const m=["bash","zsh","fish"];const renderCompletion=n=>i[n]();function flagsOf(n){const{groups:e,flags:s}=c.u[n];const o=r.m.filter(({group:n,name:s})=>e.includes(n)&&s!=="command"&&s!=="matrix");return[...s.map(({name:n,help:e})=>({name:n,help:e,values:[],isPath:false})),...o.map(n=>({name:n.name,help:firstSentence(n.help),values:valuesOf(n),isPath:n.type==="path"||["config","collections","environments","globals","report-dir"].includes(n.name)}))]}const valuesOf=n=>{if("values"in n)return n.values;return n.type==="flag"?["true","false"]:[]};const firstSentence=n=>(/^.*?[.:](?=\s|$)/.exec(n)?.[0]??n).replace(/[.:]$/,"").replaceAll("`","");const operandsOf=n=>n==="completion"?m:[];const words=n=>n.join(" ");function bash(){const n=[...new Map(a.Lo.flatMap(flagsOf).map(n=>[n.name,n])).values()].filter(n=>n.values.length>0);return`# bash completion for postman-sync; source it: source <(postman-sync completion bash)
_postman_sync() {
  local current=$\{COMP_WORDS[COMP_CWORD]} previous=$\{COMP_WORDS[COMP_CWORD-1]} command=$\{COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "auto ${words(a.Lo)} help" -- "$current"))
    return
  fi
  case $previous in
${n.map(n=>`    --${n.name}) words="${words(n.values)}" ;;`).join("\n")}
  esac
  if [ -z "$words" ] && [[ $current == -* ]]; then
    case $command in
${a.Lo.map(n=>`      ${n}) words="${words([...flagsOf(n).map(n=>`--${n.name}`),"--help"])}" ;;`).join("\n")}
    esac
  elif [ -z "$words" ]; then
    case $command in
      help) words="${words(a.Lo)}" ;;
${a.Lo.filter(n=>operandsOf(n).length>0).map(n=>`      ${n}) words="${words(operandsOf(n))}" ;;`).join("\n")}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _postman_sync postman-sync
`}const zshText=n=>n.replace(/['[\]:\\]/g," ");function zsh(){const flagLine=({name:n,help:e,values:s,isPath:o})=>{const t=s.length>0?`:value:(${words(s)})`:o?":path:_files":"";return`        '--${n}[${zshText(e)}]${t}'`};return`#compdef postman-sync
# zsh completion for postman-sync; source it: source <(postman-sync completion zsh)
_postman_sync() {
  local -a commands
  commands=(
${a.Lo.map(n=>`    '${n}:${zshText(a.fH[n].help)}'`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  (( CURRENT-- ))
  shift words
  case $command in
${a.Lo.map(n=>{const e=[...flagsOf(n).map(flagLine),`        '--help[Show the flags of ${n}]'`];const s=operandsOf(n).length>0?`        '1:operand:(${words(operandsOf(n))})'`:`        '*:file:_files'`;return`    ${n})
      _arguments \\
${[...e,s].join(" \\\n")}
      ;;`}).join("\n")}
  esac
}
compdef _postman_sync postman-sync
`}const fishText=n=>n.replace(/['\\]/g," ");function fish(){const n="'__fish_use_subcommand'";const e=a.Lo.flatMap(e=>[`complete -c postman-sync -n ${n} -f -a ${e} -d '${fishText(a.fH[e].help)}'`,...flagsOf(e).map(({name:n,help:s,values:o})=>{const t=o.length>0?` -x -a '${words(o)}'`:"";return`complete -c postman-sync -n '__fish_seen_subcommand_from ${e}' -l ${n} -d '${fishText(s)}'${t}`}),...operandsOf(e).map(n=>`complete -c postman-sync -n '__fish_seen_subcommand_from ${e}' -f -a ${n}`)]);return`# fish completion for postman-sync; source it: postman-sync completion fish | source
${e.join("\n")}
`}const i={bash,zsh,fish};var p=s(25921);function printCompletion({operands:[n=""]}){const e=m.find(e=>e===n);if(!e)return(0,p.s)([{message:`completion: there is no script for "${n}"`,remedy:(0,t.h)(n,m)??`Name one of ${m.join(", ")}.`}]);o.stdout.write(renderCompletion(e));return 0}}};