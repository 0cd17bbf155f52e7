package io.dateline.channel.access;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Spring Security, for signing in at an OpenID provider and nothing else: who may do what is decided by {@link AccessFilter}.
 * None of it is loaded unless {@code dateline.access} is {@code oidc}. The provider is asked for its addresses and keys when
 * somebody comes, so that Dateline starts without it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "dateline.access", havingValue = "oidc")
@EnableWebSecurity
class OidcConfiguration {

    private static final String CLIENT = "dateline";

    /** Where a browser is sent to sign in. */
    static final String SIGN_IN = "/oauth2/authorization/" + CLIENT;

    /** Remembers in the browser's session what it asked for; Spring Security brings it back there. */
    @Bean
    SignInPlace oidcSignIn() {
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        return (request, response) -> {
            asked.saveRequest(request, response);
            return SIGN_IN;
        };
    }

    @Bean
    JwtDecoder jwtDecoder(OidcProperties oidc) {
        String issuer = oidc.requiredIssuer();
        String audience = oidc.requiredClientId();
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(issuer),
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD, made -> made != null && made.contains(audience))));
            return decoder;
        });
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(OidcProperties oidc) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(client(oidc)));
    }

    private static ClientRegistration client(OidcProperties oidc) {
        ClientRegistration.Builder client = ClientRegistrations.fromIssuerLocation(oidc.requiredIssuer())
                .registrationId(CLIENT)
                .clientId(oidc.requiredClientId())
                .scope("openid", "profile");
        return oidc.clientSecret() == null
                ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : client.clientSecret(oidc.clientSecret()).build();
    }

    @Bean
    SecurityFilterChain signIn(HttpSecurity http) {
        return http
                // The gate checks origins, and the session's cookie is SameSite=Lax.
                .csrf(AbstractHttpConfigurer::disable)
                // The valve sends them.
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2Login(login -> login.loginPage(SIGN_IN)
                        .failureHandler(
                                (request, response, e) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
                .build();
    }

    @Bean
    FilterRegistrationBean<Filter> securityFilter(@Qualifier("springSecurityFilterChain") Filter chain) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(chain);
        filter.setOrder(AccessConfiguration.ORDER - 10);
        return filter;
    }
}
