import {
  type StabilityRequest,
  type WeightStability,
  weightStability,
} from '../../../shared/domain/ranking/weight-stability.ts'

interface WorkerScope {
  onmessage: ((event: MessageEvent<StabilityRequest>) => void) | null
  postMessage(answer: readonly WeightStability[]): void
}

const scope = globalThis as unknown as WorkerScope

scope.onmessage = ({ data }) => scope.postMessage(weightStability(data))
