package io.drey.benchmarks;

/** x. */
public final class WithoutOperatorMain {
  private WithoutOperatorMain() {}
}
