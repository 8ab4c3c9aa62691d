// npm run census -- PATH… [OPTIONS]: compiles the product and the census, then runs it.
import { importCompiled } from '../support/import-compiled.mjs'

await importCompiled('census', 'main')
