/** Which part of a list is asked for; numbers start at 1. */
export interface PageRequest {
  number: number
  size: number
}

/** Part of a list, in the cloud's terms. */
export interface Page<Item> {
  PageNumber: number
  PageSize: number
  TotalCount: number
  List: Item[]
}

export function pageOf<Item>(items: readonly Item[], { number, size }: PageRequest): Page<Item> {
  return {
    PageNumber: number,
    PageSize: size,
    TotalCount: items.length,
    List: items.slice((number - 1) * size, number * size),
  }
}
