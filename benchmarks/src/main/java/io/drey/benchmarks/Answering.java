package io.drey.benchmarks;

import java.io.IOException;

/** A contender that writes what it computes, so that it can be held against others. */
interface Answering extends Contender {
  /** Contenders with equal questions have the same answer. */
  Object question();

  /** Runs once. */
  EventBag answer(Workshop workshop) throws IOException, InterruptedException;
}
