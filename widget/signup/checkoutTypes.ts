/** The fields of the host's checkout form, as selectors or elements, and where the consent line may stand. */
export interface CheckoutFields {
  readonly email?: string | HTMLElement;
  readonly phone: string | HTMLElement;
  readonly slot: string | HTMLElement;
}

/** Undoes the watching. `commit()` sends what is ticked, for a host without a submit event. */
export interface CheckoutWatch {
  (): void;
  commit(): void;
}
