/** Groups the events of a key into sessions. */
@NullMarked
package io.drey.operators.sessionize;

import org.jspecify.annotations.NullMarked;
