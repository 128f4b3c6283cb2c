import './without-eval.ts'
import { startPage } from './start-page.tsx'

startPage()
