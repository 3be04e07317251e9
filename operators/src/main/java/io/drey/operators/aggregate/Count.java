package io.drey.operators.aggregate;

/** How many values there are. */
record Count() implements Kind<Object, Long> {
  @Override
  public String name() {
    return "count";
  }

  @Override
  public Accumulator<Object> accumulator() {
    return new Accumulator<>() {
      private long count;

      @Override
      public void add(Object value) {
        count++;
      }

      @Override
      public Tally tally() {
        return Tally.of(count);
      }
    };
  }

  @Override
  public Tally merge(Tally one, Tally other) {
    return Tally.of(one.count() + other.count());
  }

  @Override
  public Long result(Tally tally) {
    return tally.count();
  }
}
