// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.jobs.source.line.ObjectBuilder;
import java.util.List;

/** One of several values, by weight. */
final class Choice implements Values {
  private final Constant[] values;
  private final double[] upTo;

  private Choice(Constant[] values, double[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  static Values of(Arguments arguments) {
    List<String> parts = arguments.all();
    Constant[] values = new Constant[parts.size()];
    double[] upTo = new double[parts.size()];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      String part = parts.get(i);
      int colon = part.lastIndexOf(':');
      sum += colon < 0 ? 1 : weight(part.substring(colon + 1), arguments);
      values[i] = new Constant(colon < 0 ? part : part.substring(0, colon));
      upTo[i] = sum;
    }
    return new Choice(values, Cumulative.normalized(upTo));
  }

  private static double weight(String text, Arguments arguments) {
    try {
      double weight = Double.parseDouble(text);
      if (weight > 0 && weight < 1e12) {
        return weight;
      }
    } catch (NumberFormatException e) {
      throw arguments.invalid("must have a weight after each colon");
    }
    throw arguments.invalid("must have weights above 0 and below 1e12");
  }

  @Override
  public void write(long index, long random, ObjectBuilder object) {
    values[Cumulative.find(upTo, random)].write(index, random, object);
  }
}
