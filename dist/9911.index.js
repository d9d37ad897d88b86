(function(exports,createRequire,chunkUrl){exports.id=9911;exports.ids=[9911];exports.modules={89911:(n,e,o)=>{o.r(e);o.d(e,{printCompletion:()=>printCompletion});var s$kept;function s$load(){return s$kept??=o(1708)}var t$kept;function t$load(){return t$kept??=o(39416)}var a$kept;function a$load(){return a$kept??=o(21096)}var r$kept;function r$load(){return r$kept??=o(11961)}var c$kept;function c$load(){return c$kept??=o(63534)}const m=["bash","zsh","fish"];const renderCompletion=n=>i[n]();function flagsOf(n){const{flags:e}=c$load().u_[n];const o=r$load().m.filter(e=>(0,c$load().nA)(n,e)&&e.name!=="command"&&e.name!=="matrix");return[...e.map(({name:n,help:e})=>({name:n,help:e,values:[],isPath:false})),...o.map(n=>({name:n.name,help:firstSentence(n.help),values:valuesOf(n),isPath:n.type==="path"||["config","collections","environments","globals","report-dir"].includes(n.name)}))]}const valuesOf=n=>{if("values"in n)return n.values;return n.type==="flag"?["true","false"]:[]};const firstSentence=n=>(/^.*?[.:](?=\s|$)/.exec(n)?.[0]??n).replace(/[.:]$/,"").replaceAll("`","");const operandsOf=n=>n==="completion"?m:[];const words=n=>n.join(" ");function bash(){const n=[...new Map(a$load().Lo.flatMap(flagsOf).map(n=>[n.name,n])).values()].filter(n=>n.values.length>0);return`# bash completion for postman-sync; source it: source <(postman-sync completion bash)
_postman_sync() {
  local current=$\{COMP_WORDS[COMP_CWORD]} previous=$\{COMP_WORDS[COMP_CWORD-1]} command=$\{COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "auto ${words(a$load().Lo)} help" -- "$current"))
    return
  fi
  case $previous in
${n.map(n=>`    --${n.name}) words="${words(n.values)}" ;;`).join("\n")}
  esac
  if [ -z "$words" ] && [[ $current == -* ]]; then
    case $command in
${a$load().Lo.map(n=>`      ${n}) words="${words([...flagsOf(n).map(n=>`--${n.name}`),"--help"])}" ;;`).join("\n")}
    esac
  elif [ -z "$words" ]; then
    case $command in
      help) words="${words(a$load().Lo)}" ;;
${a$load().Lo.filter(n=>operandsOf(n).length>0).map(n=>`      ${n}) words="${words(operandsOf(n))}" ;;`).join("\n")}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _postman_sync postman-sync
`}const zshText=n=>n.replace(/['[\]:\\]/g," ");function zsh(){const flagLine=({name:n,help:e,values:o,isPath:s})=>{const t=s?":path:_files":"";const a=o.length>0?`:value:(${words(o)})`:t;return`        '--${n}[${zshText(e)}]${a}'`};return`#compdef postman-sync
# zsh completion for postman-sync; source it: source <(postman-sync completion zsh)
_postman_sync() {
  local -a commands
  commands=(
${a$load().Lo.map(n=>`    '${n}:${zshText(a$load().fH[n].help)}'`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  (( CURRENT-- ))
  shift words
  case $command in
${a$load().Lo.map(n=>{const e=[...flagsOf(n).map(flagLine),`        '--help[Show the flags of ${n}]'`];const o=operandsOf(n).length>0?`        '1:operand:(${words(operandsOf(n))})'`:`        '*:file:_files'`;return`    ${n})
      _arguments \\
${[...e,o].join(" \\\n")}
      ;;`}).join("\n")}
  esac
}
compdef _postman_sync postman-sync
`}const fishText=n=>n.replace(/['\\]/g," ");function fish(){const n="'__fish_use_subcommand'";const e=a$load().Lo.flatMap(e=>[`complete -c postman-sync -n ${n} -f -a ${e} -d '${fishText(a$load().fH[e].help)}'`,...flagsOf(e).map(({name:n,help:o,values:s})=>{const t=s.length>0?` -x -a '${words(s)}'`:"";return`complete -c postman-sync -n '__fish_seen_subcommand_from ${e}' -l ${n} -d '${fishText(o)}'${t}`}),...operandsOf(e).map(n=>`complete -c postman-sync -n '__fish_seen_subcommand_from ${e}' -f -a ${n}`)]);return`# fish completion for postman-sync; source it: postman-sync completion fish | source
${e.join("\n")}
`}const i={bash,zsh,fish};var p$kept;function p$load(){return p$kept??=o(25921)}function printCompletion({operands:[n=""]}){const e=m.find(e=>e===n);if(!e)return(0,p$load().M)([{code:"command-line",message:`completion: there is no script for "${n}"`,remedy:(0,t$load().h)(n,m)??`Name one of ${m.join(", ")}.`}]);s$load().stdout.write(renderCompletion(e));return 0}}};
})