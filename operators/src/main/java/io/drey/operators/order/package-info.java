/** Puts the events of each key in the order of their time. */
@NullMarked
package io.drey.operators.order;

import org.jspecify.annotations.NullMarked;
